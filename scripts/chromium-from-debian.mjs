import { readFileSync } from 'node:fs'
import { findChromium } from '../packages/tooling/find-chromium.js'
import { run } from './commands.mjs'

/** Installs Debian's Chromium where there is no browser and this may be done: on Debian, as root. */
export async function installChromiumOnDebian() {
  if (findChromium() !== undefined || !isDebian() || process.getuid?.() !== 0) return
  console.log('No Chrome or Chromium here: installing chromium from Debian for the browser tests.')
  process.env['DEBIAN_FRONTEND'] = 'noninteractive'
  await run('apt-get', ['-qq', 'update'])
  await run('apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation'])
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
