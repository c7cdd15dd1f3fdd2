import { authorize } from '../credentials/authorize.js'
import { identifyProject } from '../credentials/identify-project.js'
import type { Endpoint } from '../http/exchange.js'
import type { Form } from '../http/form.js'
import { jsonResponse } from '../http/json-response.js'
import { apiError } from '../errors/upload-api-error.js'
import { findSourceAddress } from '../sources/find-source-address.js'
import { parseSourceUrl } from '../sources/parse-source-url.js'
import { startSourceJob } from '../sources/start-source-job.js'
import { baseName } from '../store/base-name.js'
import { fileInfo } from '../store/file-info.js'
import { sanitizedName } from '../store/sanitized-name.js'
import { PART_URL_LIFETIME_MS } from './part-urls.js'
import { readIsStored } from './read-is-stored.js'
import { readMetadata } from './read-metadata.js'
import { readParameters } from './read-parameters.js'
import { readTags } from './read-tags.js'

/** Uploads a file from a URL. Parameters are read from the query, which upload-client uses, and from the form. */
export const fromUrl: Endpoint = {
  name: 'from_url',
  methods: ['GET', 'POST'],
  allowMethods: 'OPTIONS, GET, POST',
  path: '/from_url/',
  async answer(exchange) {
    const { emulation, entry } = exchange
    const { store, network, readiness } = emulation
    await store.discardExpiredUploads(emulation.clock.nowMs() - PART_URL_LIFETIME_MS)
    const form = await readParameters(exchange)
    const project = identifyProject(exchange, form, 'pub_key')
    const permit = await authorize(exchange, project, form)
    const expected = {
      fileName: readFileName(form),
      isStored: readIsStored(form.get('store'), project, false),
      metadata: readMetadata(form),
      tags: readTags(form),
    }
    const sourceUrl = form.get('source_url')
    if (sourceUrl === undefined) throw apiError('SourceURLRequiredError')
    const source = parseSourceUrl(sourceUrl)

    const fetchedUrlKey = `${project.publicKey} ${sourceUrl}`
    const checksDuplicates = form.get('check_URL_duplicates') ?? '0'
    const duplicate = store.files.get(store.fetchedUrls.get(fetchedUrlKey) ?? '')
    if (checksDuplicates === '1' && duplicate) {
      entry.id = duplicate.uuid
      return jsonResponse({ type: 'file_info', ...fileInfo(duplicate, readiness.isReady(duplicate)) })
    }

    await findSourceAddress(network, source, project.allowPrivateSources)
    permit.spend(1)
    const token = emulation.randomUuid()
    entry.id = token
    const savesDuplicates = (form.get('save_URL_duplicates') ?? checksDuplicates) === '1'
    store.addJob(
      token,
      startSourceJob(emulation, project, source, expected, (file) => {
        emulation.fileActions.add(file, exchange.baseUrl)
        if (savesDuplicates) store.fetchedUrls.set(fetchedUrlKey, file.uuid)
      }),
    )
    return jsonResponse({ type: 'token', token })
  },
}

function readFileName(form: Pick<Form, 'get'>): string | undefined {
  const fileName = sanitizedName(baseName(form.get('filename') ?? ''))
  return fileName === '' ? undefined : fileName
}
