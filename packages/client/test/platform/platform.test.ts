import { NetworkError, UploadcareFile, type FileInfo } from '@uploadcare/upload-client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ConnectionError } from '../../src/requests/answer-error.js'
import * as browser from '../../src/platform/browser.js'
import * as everywhere from '../../src/platform/index.js'
import * as reactNative from '../../src/platform/react-native.js'

const file = { uuid: 'f4b1ba1e-95fa-4c0e-8cdb-dbcf5ef6a3c5', filename: 'a.txt', size: 1 } as FileInfo
const options = { publicKey: 'demopublickey' }

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the modules of the platforms', () => {
  it('have the same exports', () => {
    expect(Object.keys(browser).sort()).toEqual(Object.keys(everywhere).sort())
    expect(Object.keys(reactNative).sort()).toEqual(Object.keys(everywhere).sort())
  })

  it.each([
    ['browsers', browser],
    ['React Native', reactNative],
  ])('send a request unchanged in %s', async (_, { observeAnswer }) => {
    const observation = {}
    await expect(observeAnswer(observation, () => Promise.resolve('sent'))).resolves.toBe('sent')
    expect(observation).toEqual({})
  })

  it.each([
    ['everywhere', everywhere],
    ['browsers', browser],
    ['pages that Metro bundled', reactNative],
  ])('use the domain of old projects without WebCrypto in %s', async (_, { fileWithoutWebCrypto }) => {
    const described = await fileWithoutWebCrypto(file, options)
    expect(described).toBeInstanceOf(UploadcareFile)
    expect(described.cdnUrl).toBe(`https://ucarecdn.com/${file.uuid}/`)
  })

  it.each([
    ['everywhere', everywhere],
    ['browsers', browser],
    ['React Native', reactNative],
  ])('read a Blob in %s', async (_, { readBlob }) => {
    await expect(readBlob(new Blob(['ab']))).resolves.toEqual(new TextEncoder().encode('ab').buffer)
  })

  it.each([
    ['everywhere', everywhere],
    ['browsers', browser],
    ['React Native', reactNative],
  ])('recognize lost connections in %s', (_, { isLostConnection }) => {
    expect(isLostConnection(new ConnectionError(undefined))).toBe(true)
    expect(isLostConnection(new NetworkError({} as ProgressEvent))).toBe(true)
    expect(isLostConnection(new Error('Error 500: Internal'))).toBe(false)
    expect(isLostConnection(Object.assign(new Error('invalid argument'), { code: 'ERR_INVALID_ARG' }))).toBe(
      false,
    )
  })

  it.each([
    ['everywhere', everywhere],
    ['browsers', browser],
    ['React Native', reactNative],
  ])('distribute a signal to many tasks in %s', async (_, { fanOut }) => {
    const controller = new AbortController()
    const fan = fanOut(controller.signal)
    const signals: AbortSignal[] = []
    const run = (): Promise<number> =>
      fan.run((signal) => {
        signals.push(signal)
        return Promise.resolve(1)
      })
    await expect(Promise.all([run(), run()])).resolves.toEqual([1, 1])
    controller.abort('stopped')
    const late = fan.run((signal) => Promise.resolve([signal.aborted, signal.reason]))
    await expect(late).resolves.toEqual([true, 'stopped'])
    fan.close()
    expect(signals).toHaveLength(2)
  })
})
