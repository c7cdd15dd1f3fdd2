// A webpack loader: compiles a module to ES2019.
const { transformSync } = require('esbuild')

module.exports = (source) => transformSync(source, { target: 'es2019' }).code
