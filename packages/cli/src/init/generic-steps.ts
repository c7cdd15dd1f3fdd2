/** The steps for an app whose framework is unknown. */
export const GENERIC_STEPS = [
  'Install @secure-uploading/server on the backend, and @secure-uploading/client with @uploadcare/upload-client in the front end.',
  'Create the handler: const handle = createTokenHandler({ authorize: (request) => … }). It takes a web-standard Request and returns a Response. authorize returns { subject: user.id } for a signed-in user, and null for everyone else.',
  'Route POST and OPTIONS of /api/upload-token to it.',
  "In the browser: await new SecureUploadClient({ tokenEndpoint: '/api/upload-token' }).uploadFile(file).",
  'Set UPLOADCARE_PUBLIC_KEY and UPLOADCARE_SECRET_KEY in the environment of the backend. The keys are in the dashboard of your project, "API keys". In its settings, "Uploading", switch on "Signed uploads".',
  'Check the endpoint: npx @secure-uploading/cli doctor <the URL of the endpoint>',
] as const
