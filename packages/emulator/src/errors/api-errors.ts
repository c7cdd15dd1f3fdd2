/**
 * The errors of the Upload API: code, HTTP status and text. `%s` is a placeholder. Statuses and texts are from the
 * OpenAPI descriptions and from recordings; the texts of errors that are in neither are assumptions.
 */
export const API_ERRORS = {
  // The request
  MethodNotAllowedError: [405, 'HTTP method %s is not allowed for %s'],
  PostRequestParserFailedError: [400, 'HTTP POST request parsing failed.'],
  RequestFiledsNumberLimitExceededError: [400, 'The request contains too many HTTP POST fields.'],
  RequestFileNumberLimitExceededError: [400, 'The request contains too many files.'],
  RequestSizeLimitExceededError: [413, 'The size of the request is too large.'],
  NullCharactersForbiddenError: [400, 'Null characters are not allowed.'],
  RequestParamRequiredError: [400, '%s is required.'],
  RequestThrottledError: [429, 'Request was throttled.'],
  InternalRequestForbiddenError: [403, 'Internal request is forbidden.'],
  InternalRequestInvalidError: [400, 'Internal request is invalid.'],
  BaseViewsError: [400, 'Bad request.'],
  UploadViewsError: [400, 'Bad request.'],
  GroupViewsError: [400, 'Bad request.'],
  // The general code. Tag errors have it too, because theirs is not documented.
  UploadAPIError: [400, '%s'],

  // The project, the account and the credentials
  ProjectPublicKeyRequiredError: [403, '%s is required.'],
  ProjectPublicKeyInvalidError: [403, '%s is invalid.'],
  ProjectPublicKeyRemovedError: [403, 'Project %s is marked as removed.'],
  AccountBlockedError: [403, 'Account has been blocked.'],
  AccountUnpaidError: [403, 'Account has been blocked for non payment.'],
  AccountLimitsExceededError: [403, 'Account has reached its limits.'],
  AutostoreDisabledError: [403, 'Autostore is disabled.'],
  UploadFailedError: [403, 'Upload failed.'],
  SignatureRequiredError: [400, "'signature' is required."],
  SignatureExpirationRequiredError: [400, "'expire' is required."],
  SignatureExpirationInvalidError: [400, "'expire' must be a UNIX timestamp."],
  SignatureExpirationError: [403, 'Expired signature.'],
  SignatureInvalidError: [403, 'Invalid signature.'],
  AccessTokenExpiredError: [401, 'Expired token.'],
  AccessTokenInvalidError: [401, 'Invalid token. Reason: %s'],
  ScopeForbiddenError: [403, 'The token does not allow this request.'],
  OperationsLimitExceededError: [403, 'The token has no operations left.'],

  // Files
  FilesRequiredError: [400, 'Request does not contain files.'],
  FileRequiredError: [400, 'Request does not contain a file.'],
  FilesNumberLimitExceededError: [400, 'The request contains too many files.'],
  FileSizeLimitExceededError: [400, 'File is too large.'],
  FileTypeForbiddenError: [400, 'Uploading of these file types is not allowed.'],
  FileInfectedError: [400, 'The file is infected by %s virus.'],
  SVGValidationFailedError: [400, 'SVG validation failed: %s.'],
  SVGMaliciousContentError: [400, 'SVG contains malicious content: %s.'],
  FileIdRequiredError: [400, 'file_id is required.'],
  FileIdInvalidError: [400, 'file_id is invalid.'],
  FileIdNotUniqueError: [400, 'file_id is not unique.'],
  UploadcareFileIdRequiredError: [400, 'file_id is required.'],
  UploadcareFileIdInvalidError: [400, 'file_id is invalid.'],
  UploadcareFileIdDuplicatedError: [400, 'file_id has a duplicate.'],
  FileNotFoundError: [404, 'File is not found.'],
  FileMetadataKeysNumberTooBigError: [400, 'A file can not have more than 50 metadata keys.'],
  FileMetadataKeyEmptyError: [400, "File's metadata key can not be empty."],
  FileMetadataKeyLengthTooBigError: [
    400,
    'Length of file metadata key `%s...` can not be more than 64 symbols.',
  ],
  FileMetadataKeyForbiddenError: [
    400,
    "File's metadata key `%s` contains symbols not allowed by the metadata key format.",
  ],
  FileMetadataKeyDuplicatedError: [400, "File's metadata key `%s` has a duplicate."],
  FileMetadataValueEmptyError: [400, 'Value of the file metadata key `%s` can not be empty.'],
  FileMetadataValueLengthTooBigError: [
    400,
    "Value of file metadata's key `%s` can not be more than 512 symbols in length.",
  ],
  FileMetadataValueForbiddenError: [
    400,
    'Value of file metadata key `%s` contains symbols not allowed by the metadata value format.',
  ],

  // Multipart uploads
  MultipartSizeInvalidError: [400, 'size should be integer.'],
  MultipartFileSizeTooSmallError: [
    400,
    'File size can not be less than 10000000 bytes. Please use direct upload instead of multipart.',
  ],
  MultipartFileSizeLimitExceededError: [400, 'File size exceeds project limit.'],
  MultipartPartSizeInvalidError: [400, 'Multipart Upload Part Size should be an integer.'],
  MultipartPartSizeTooSmallError: [400, 'Multipart Upload Part Size can not be less than 5242880 bytes.'],
  MultipartPartSizeTooBigError: [400, 'Multipart Upload Part Size can not be more than 5368709120 bytes.'],
  MultipartFileIdRequiredError: [400, 'uuid is required.'],
  UUIDInvalidError: [400, 'uuid is invalid.'],
  MultipartFileNotFoundError: [404, 'File is not found.'],
  MultipartFileAlreadyUploadedError: [400, 'File is already uploaded.'],
  MultipartUploadSizeTooSmallError: [400, 'File size mismatch. Not all parts uploaded?'],
  MultipartUploadSizeTooLargeError: [400, 'Uploaded size is more than expected.'],
  MultipartFileCompletionFailedError: [400, 'Can not complete upload. Wrong parts size?'],

  // Uploads from a URL: refused immediately
  SourceURLRequiredError: [400, 'source_url is required.'],
  URLValidationError: [400, 'URL is invalid.'],
  URLParsingFailedError: [400, 'Failed to parse URL.'],
  URLSchemeRequiredError: [400, 'No URL scheme supplied.'],
  URLSchemeInvalidError: [400, 'Invalid URL scheme.'],
  URLHostRequiredError: [400, 'No URL host supplied.'],
  URLHostMalformedError: [400, 'URL host is malformed.'],
  URLBlacklistedError: [400, 'Source is blacklisted.'],
  HostnameNotFoundError: [400, 'Host does not exist.'],
  URLHostPrivateIPForbiddenError: [400, 'Only public IPs are allowed.'],
  TokenRequiredError: [400, 'token is required.'],

  // Uploads from a URL: reported by the status
  DownloadFileError: [400, 'Download failed.'],
  DownloadFileHTTPClientError: [400, 'HTTP client error: %s.'],
  DownloadFileHTTPServerError: [400, 'HTTP server error: %s.'],
  DownloadFileHTTPNetworkError: [400, 'HTTP network error.'],
  DownloadFileHTTPURLValidationError: [400, 'URL validation error: %s'],
  DownloadFileInternalServerError: [400, 'Internal server error.'],
  DownloadFileNotFoundError: [400, 'File is not found.'],
  DownloadFileSizeLimitExceededError: [400, 'File is too large.'],
  DownloadFileTaskFailedError: [400, 'Download task failed.'],
  DownloadFileTimeLimitExceededError: [400, 'Time limit exceeded.'],
  DownloadFileValidationFailedError: [400, 'File validation failed.'],
  URLRedirectsLimitExceededError: [400, 'Too many redirects.'],

  // Groups. The OpenAPI description has the first two codes swapped; Uploadcare's contract test has them like this.
  GroupFilesInvalidError: [400, 'No files[N] parameters found.'],
  GroupFileURLParsingFailedError: [400, 'This is not valid file url: %s.'],
  GroupFilesNotFoundError: [400, 'Some files not found.'],
  GroupIdRequiredError: [400, 'group_id is required.'],
  GroupNotFoundError: [404, 'group_id is invalid.'],

  // AI images. The last three are reported by the status of the job.
  invalid_request: [400, '%s'],
  invalid_aspect_ratio: [400, '`aspect_ratio` must be two positive integers.'],
  source_not_found: [404, 'Source file is not found.'],
  source_not_image: [400, 'Source file is not an image.'],
  derivative_disabled: [403, 'Derivatives are not enabled for this project.'],
  job_id_required: [400, 'job_id is required.'],
  job_not_found: [404, 'Derivative job is not found.'],
  content_moderated: [400, 'The request was blocked by content moderation.'],
  provider_unavailable: [400, 'The image provider is unavailable.'],
  generation_timeout: [400, 'The generation timed out.'],
} as const satisfies Record<string, readonly [status: number, content: string]>

/** An `error_code` of the Upload API that the emulator returns. */
export type ApiErrorCode = keyof typeof API_ERRORS

/** The values of `%s` where a fault returns an error without a request that it is about. */
export const EXAMPLE_VALUES: Readonly<Partial<Record<ApiErrorCode, readonly string[]>>> = {
  AccessTokenInvalidError: ['Signature verification failed'],
  DownloadFileHTTPClientError: ['404'],
  DownloadFileHTTPServerError: ['502'],
  DownloadFileHTTPURLValidationError: ['Only public IPs are allowed.'],
  FileInfectedError: ['Win.Test.EICAR_HDB-1'],
  FileMetadataKeyDuplicatedError: ['pet'],
  FileMetadataKeyForbiddenError: ['a pet'],
  FileMetadataKeyLengthTooBigError: ['pet'],
  FileMetadataValueEmptyError: ['pet'],
  FileMetadataValueForbiddenError: ['pet'],
  FileMetadataValueLengthTooBigError: ['pet'],
  GroupFileURLParsingFailedError: ['pet.jpg'],
  MethodNotAllowedError: ['PUT', '/base/'],
  ProjectPublicKeyInvalidError: ['pub_key'],
  ProjectPublicKeyRemovedError: ['demopublickey'],
  ProjectPublicKeyRequiredError: ['pub_key'],
  RequestParamRequiredError: ['filename'],
  SVGMaliciousContentError: ['<script> tags are not allowed'],
  SVGValidationFailedError: ['not well-formed'],
  UploadAPIError: ['Upload failed.'],
  invalid_request: ['Request body is invalid.'],
}

/** The texts of tag errors, which have the general code. */
export const TAG_ERRORS = {
  tooMany: 'A file can not have more than 50 tags.',
  tooLong: 'A tag can not have more than 100 characters.',
} as const
