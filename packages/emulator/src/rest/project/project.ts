import { restAnswer } from '../http/rest-answer.js'
import type { RestEndpoint } from '../http/rest-endpoint.js'

/** The settings of the project that the credential belongs to. */
export const project: RestEndpoint = {
  name: 'rest/project',
  path: '/project/',
  methods: {
    GET: ({ project: { publicKey, autostore } }) =>
      restAnswer({
        collaborators: [],
        name: publicKey,
        pub_key: publicKey,
        autostore_enabled: autostore,
      }),
  },
}
