import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, test } from 'vitest'
import { PUBLIC_KEY, signed } from '../test/demo-project.js'
import { TOUR_RESULTS, type TourSettings } from '../test/official/tour-upload-client.js'
import type { UploadClientPage } from '../test/official/upload-client-page.js'
import { useOfficialPage } from './use-official-page.js'

declare const page: UploadClientPage

describeInChromium('upload-client', () => {
  const stage = useOfficialPage('upload-client-page.ts')

  const tour = async (settings: TourSettings): Promise<unknown> =>
    stage.tab.evaluate(async (given) => page.tour(...given), [settings, stage.source.url] as const)

  test('every method works with a signature', async () => {
    const settings = { publicKey: PUBLIC_KEY, baseURL: stage.server.url, ...(await signed(600)) }

    expect(await tour(settings)).toEqual(TOUR_RESULTS)
  })

  test('every method works without a signature while secure uploading is off', async () => {
    stage.server.emulator.projects.update(PUBLIC_KEY, { secureUploading: false })

    expect(await tour({ publicKey: PUBLIC_KEY, baseURL: stage.server.url })).toEqual(TOUR_RESULTS)
  })

  test('each refusal has its code in the page', async () => {
    const settings = { publicKey: PUBLIC_KEY, baseURL: stage.server.url, ...(await signed(60)) }
    stage.server.emulator.clock.advanceMs(120_000)
    const codes = await stage.tab.evaluate(async (given) => page.refusals(...given), [
      settings,
      stage.source.url,
    ] as const)

    expect(codes).toEqual(Array(4).fill('SignatureExpirationError'))
  })
})
