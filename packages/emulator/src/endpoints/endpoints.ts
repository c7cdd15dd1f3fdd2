import { cdnFile } from '../cdn/cdn-file.js'
import { cdnGroupFile } from '../cdn/cdn-group-file.js'
import { cdnGroup } from '../cdn/cdn-group.js'
import { editImage } from '../derivative/edit-image.js'
import { generateImage } from '../derivative/generate-image.js'
import { imageJobStatus } from '../derivative/image-job-status.js'
import type { Endpoint } from '../http/exchange.js'
import { base } from './base.js'
import { fromUrlStatus } from './from-url-status.js'
import { fromUrl } from './from-url.js'
import { groupInfo } from './group-info.js'
import { group } from './group.js'
import { info } from './info.js'
import { multipartComplete } from './multipart-complete.js'
import { multipartStart } from './multipart-start.js'
import { part } from './part.js'

/** All emulated endpoints, in routing order. */
export const ENDPOINTS: readonly Endpoint[] = [
  base,
  multipartStart,
  part,
  multipartComplete,
  fromUrl,
  fromUrlStatus,
  info,
  group,
  groupInfo,
  generateImage,
  editImage,
  imageJobStatus,
  cdnFile,
  cdnGroup,
  cdnGroupFile,
]
