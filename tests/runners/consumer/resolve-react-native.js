// Makes Node load the React Native build of upload-client, as Metro does. Loaded before the program.
import { register } from 'node:module'

const hooks = `
  export const resolve = (name, context, next) =>
    next(name === '@uploadcare/upload-client' ? name + '/react-native' : name, context)
`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
