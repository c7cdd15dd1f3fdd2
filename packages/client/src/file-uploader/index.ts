export {
  connectFileUploader,
  type CompletionValidator,
  type FileUploaderConfig,
  type FileUploaderConnection,
} from './connect-file-uploader.js'
export type { Outcome, UploaderFile } from './create-completions.js'
export type {
  EndpointProperties,
  FileUploaderMetadata,
  FileUploaderOptions,
  FileUploaderSettings,
  FileUploaderTarget,
} from './file-uploader-options.js'
