import type {
  FileUploaderSettings,
  FileUploaderTarget,
  Outcome,
} from '@secure-uploading/client/file-uploader'
import type { ConfigType, EventPayload, OutputFileEntry } from '@uploadcare/file-uploader'

/** Properties that the endpoint decides. */
type Decided = 'metadata' | 'secureUploadsSignatureResolver' | 'secureUploadsExpireThreshold'

/** Listeners of File Uploader's events, by attribute: `onfile-upload-failed`. */
type Listeners = {
  [Name in keyof EventPayload as `on${Name}`]?: (event: CustomEvent<EventPayload[Name]>) => void
}

/** What File Uploader uploads with, the properties of `<uc-config>`, and listeners. */
export type FileUploaderProps<Data = unknown> = FileUploaderTarget<Data> &
  Omit<FileUploaderSettings, 'onProperties'> &
  Partial<Omit<ConfigType, Decided>> &
  Listeners & {
    /**
     * Which of Uploadcare's components is rendered.
     *
     * @default 'regular'
     */
    mode?: 'regular' | 'inline' | 'minimal' | undefined
    /** Called with the outcome of each file when all files are uploaded and completed. Only with a `route`. */
    oncompleted?: ((outcomes: Outcome<OutputFileEntry<'success'>, Data>[]) => void) | undefined
  }
