// Bundles `page.js` of the current folder with Parcel 2 and its default configuration. The first argument is a file of the
// workspace that has Parcel.
const { createRequire } = require('node:module')
const path = require('node:path')

const requireTool = createRequire(process.argv[2])
const { Parcel } = requireTool('@parcel/core')

const parcel = new Parcel({
  entries: path.resolve('page.js'),
  defaultConfig: requireTool.resolve('@parcel/config-default'),
  mode: 'production',
  shouldDisableCache: true,
  defaultTargetOptions: {
    distDir: path.resolve('parcel'),
    shouldOptimize: false,
    engines: { browsers: 'last 2 Chrome versions' },
  },
})
parcel.run().catch((error) => {
  console.error(JSON.stringify(error, undefined, 2))
  process.exitCode = 1
})
