/**
 * What stands for a secret key in examples, templates and first attempts, and what a key becomes that is missing from the
 * environment. Everybody knows these.
 */
export const PLACEHOLDER_SECRETS: readonly string[] = [
  ...['demosecretkey', 'demoprivatekey', 'demo_secret_key', 'demo-secret-key', 'demo_private_key', 'demo'],
  ...[
    'YOUR_SECRET_KEY',
    'your_secret_key',
    'YOUR-SECRET-KEY',
    'your-secret-key',
    'yoursecretkey',
    'YourSecretKey',
  ],
  ...['YOUR_PROJECT_SECRET_KEY', 'your_project_secret_key', 'your-project-secret-key', 'YOUR_PRIVATE_KEY'],
  ...['YOUR_UPLOADCARE_SECRET_KEY', 'your_uploadcare_secret_key', 'your-uploadcare-secret-key'],
  ...['UPLOADCARE_SECRET_KEY', 'uploadcare_secret_key', 'UPLOADCARE_SECRET', 'uploadcare-secret-key'],
  ...['$UPLOADCARE_SECRET_KEY', '${UPLOADCARE_SECRET_KEY}', '{{UPLOADCARE_SECRET_KEY}}', '<secret-key>'],
  ...[
    'process.env.UPLOADCARE_SECRET_KEY',
    '<YOUR_SECRET_KEY>',
    '<your-secret-key>',
    '%UPLOADCARE_SECRET_KEY%',
  ],
  ...['project_secret_key', 'PROJECT_SECRET_KEY', 'project-secret-key', 'private_key', 'PRIVATE_KEY'],
  ...['secret', 'SECRET', 'secret_key', 'SECRET_KEY', 'secret-key', 'secretkey', 'secretKey'],
  ...['mysecret', 'my_secret', 'my-secret', 'mysecretkey', 'my_secret_key', 'my-secret-key'],
  ...[
    'test',
    'testsecret',
    'test_secret',
    'test-secret',
    'testsecretkey',
    'test_secret_key',
    'test-secret-key',
  ],
  ...['dev', 'dev-secret', 'development', 'example', 'example_secret_key', 'placeholder', 'sample'],
  ...[
    'changeme',
    'change_me',
    'change-me',
    'CHANGE_ME',
    'CHANGEME',
    'replace_me',
    'REPLACE_ME',
    'todo',
    'TODO',
  ],
  ...['password', 'key', 'xxx', 'xxxx', 'xxxxxxxx', '********', '...', '…', '1234', '123456', '12345678'],
  ...['undefined', 'null', 'NaN', '[object Object]', '[object Promise]', 'true', 'false', '0'],
]
