/** The errors of the Upload API that the emulator returns: code, HTTP status and text. `%s` is a placeholder. */
export const API_ERRORS = {
  // The request itself
  MethodNotAllowedError: [405, 'HTTP method %s is not allowed for %s'],
  PostRequestParserFailedError: [400, 'HTTP POST request parsing failed.'],
  RequestFiledsNumberLimitExceededError: [400, 'The request contains too many HTTP POST fields.'],
  RequestFileNumberLimitExceededError: [400, 'The request contains too many files.'],
  RequestSizeLimitExceededError: [413, 'The size of the request is too large.'],
  NullCharactersForbiddenError: [400, 'Null characters are not allowed.'],
  RequestParamRequiredError: [400, '%s is required.'],
  RequestThrottledError: [429, 'Request was throttled.'],

  // The project and its credentials
  ProjectPublicKeyRequiredError: [403, '%s is required.'],
  ProjectPublicKeyInvalidError: [403, '%s is invalid.'],
  SignatureRequiredError: [400, "'signature' is required."],
  SignatureExpirationRequiredError: [400, "'expire' is required."],
  SignatureExpirationInvalidError: [400, "'expire' must be a UNIX timestamp."],
  SignatureExpirationError: [403, 'Expired signature.'],
  SignatureInvalidError: [403, 'Invalid signature.'],
  AccessTokenExpiredError: [401, 'Expired token.'],
  AccessTokenInvalidError: [401, 'Invalid token. Reason: %s'],
  ScopeForbiddenError: [403, 'The token does not allow this request.'],
  OperationsLimitExceededError: [403, 'The token has no operations left.'],
  AccountLimitsExceededError: [403, 'Account has reached its limits.'],
  UploadFailedError: [403, 'Upload failed.'],

  // Files
  FilesRequiredError: [400, 'Request does not contain files.'],
  FileSizeLimitExceededError: [400, 'File is too large.'],
  FileTypeForbiddenError: [400, 'Uploading of these file types is not allowed.'],
  FileIdRequiredError: [400, 'file_id is required.'],
  FileIdInvalidError: [400, 'file_id is invalid.'],
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

  // The code of tag errors is not documented, so both have the general one.
  UploadAPIError: [400, '%s'],

  // Multipart uploads
  MultipartSizeInvalidError: [400, 'size should be integer.'],
  MultipartFileSizeTooSmallError: [
    400,
    'File size can not be less than 10485760 bytes. Please use direct upload instead of multipart.',
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
  URLParsingFailedError: [400, 'Failed to parse URL.'],
  URLSchemeRequiredError: [400, 'No URL scheme supplied.'],
  URLSchemeInvalidError: [400, 'Invalid URL scheme.'],
  URLHostRequiredError: [400, 'No URL host supplied.'],
  URLHostMalformedError: [400, 'URL host is malformed.'],
  HostnameNotFoundError: [400, 'Host does not exist.'],
  URLHostPrivateIPForbiddenError: [400, 'Only public IPs are allowed.'],
  TokenRequiredError: [400, 'token is required.'],

  // Uploads from a URL: reported by the status
  DownloadFileHTTPClientError: [400, 'HTTP client error: %s.'],
  DownloadFileHTTPServerError: [400, 'HTTP server error: %s.'],
  DownloadFileHTTPNetworkError: [400, 'HTTP network error.'],
  DownloadFileHTTPURLValidationError: [400, 'URL validation error: %s'],
  DownloadFileSizeLimitExceededError: [400, 'File is too large.'],
  DownloadFileTimeLimitExceededError: [400, 'Time limit exceeded.'],
  URLRedirectsLimitExceededError: [400, 'Too many redirects.'],

  // Groups
  GroupFileURLParsingFailedError: [400, 'No files[N] parameters found.'],
  GroupFilesInvalidError: [400, 'This is not valid file url: %s.'],
  GroupFilesNotFoundError: [400, 'Some files not found.'],
  GroupIdRequiredError: [400, 'group_id is required.'],
  GroupNotFoundError: [404, 'group_id is invalid.'],
} as const satisfies Record<string, readonly [status: number, content: string]>

/** An `error_code` of the Upload API that the emulator returns. */
export type ApiErrorCode = keyof typeof API_ERRORS

/** The texts of tag errors, which have the general code. */
export const TAG_ERRORS = {
  tooMany: 'A file can not have more than 50 tags.',
  tooLong: 'A tag can not have more than 100 characters.',
} as const
