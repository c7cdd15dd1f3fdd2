import * as restClient from '@uploadcare/rest-client'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'

/** The two kinds of credentials of rest-client. */
export const AUTH_SCHEMAS = {
  simple: new restClient.UploadcareSimpleAuthSchema({ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY }),
  signature: new restClient.UploadcareAuthSchema({ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY }),
}

/** Calls every method of rest-client that the emulator supports, and returns the results. */
export async function tourRestClient(
  settings: restClient.UserSettings,
  uuids: readonly [string, string, string, string],
  groupId: string,
): Promise<Record<string, unknown>> {
  const [first, second, third, fourth] = uuids
  const targetUrl = 'https://app.example.com/webhook?from=uploadcare'

  const info = await restClient.fileInfo({ uuid: first, include: 'appdata' }, settings)
  const stored = await restClient.storeFile({ uuid: first }, settings)
  const storedFiles = await restClient.storeFiles({ uuids: [second, third, 'x'] }, settings)
  const created = await restClient.updateMetadata({ uuid: first, key: 'pet', value: 'cat' }, settings)
  const changed = await restClient.updateMetadata({ uuid: first, key: 'pet', value: 'Größe 猫' }, settings)
  const value = await restClient.getMetadataValue({ uuid: first, key: 'pet' }, settings)
  const metadata = await restClient.getMetadata({ uuid: first }, settings)
  await restClient.deleteMetadata({ uuid: first, key: 'pet' }, settings)

  const names: string[] = []
  const paginated = restClient.paginate(restClient.listOfFiles)({ limit: 1, stored: true }, settings)
  for await (const { results } of paginated)
    names.push(...results.map(({ originalFilename }) => originalFilename))
  const paginator = new restClient.Paginator(restClient.listOfFiles, { limit: 3 }, settings)
  const pages = [await paginator.next(), await paginator.next(), await paginator.prev()]

  const copied = await restClient.copyFileToLocalStorage(
    { source: first, store: true, metadata: { from: 'copy' } },
    settings,
  )
  const deleted = await restClient.deleteFile({ uuid: first }, settings)
  const deletedFiles = await restClient.deleteFiles({ uuids: [fourth] }, settings)
  const gone = await restClient.fileInfo({ uuid: first }, settings)

  const groups = await restClient.listOfGroups({ limit: 10, ordering: '-datetime_created' }, settings)
  const group = await restClient.groupInfo({ uuid: groupId }, settings)
  await restClient.deleteGroup({ uuid: groupId }, settings)

  const event = restClient.WebhookEvent.FILE_UPLOADED
  const webhook = await restClient.createWebhook({ targetUrl, event, signingSecret: 'secret' }, settings)
  const updated = await restClient.updateWebhook({ id: webhook.id, targetUrl, isActive: false }, settings)
  const webhooks = await restClient.listOfWebhooks({}, settings)
  await restClient.deleteWebhook({ targetUrl }, settings)

  return {
    info: [info.uuid, info.appdata, info.contentInfo?.mime?.mime],
    stored: stored.datetimeStored !== null,
    storedFiles: [storedFiles.result.map(({ uuid }) => uuid), storedFiles.problems],
    metadata: [created, changed, value, metadata],
    names,
    pages: pages.map((page) => page?.results.map(({ originalFilename }) => originalFilename)),
    copied: [copied.type, copied.result.originalFilename, copied.result.metadata],
    deleted: [deleted.datetimeRemoved, gone.datetimeRemoved].map((time) => time !== null),
    deletedFiles: [deletedFiles.result.length, deletedFiles.problems],
    groups: [groups.total, groups.results.map(({ id }) => id)],
    group: [group.filesCount, uuidsOf(group.files)],
    webhook: [webhook.targetUrl, webhook.event, webhook.isActive],
    updated: updated.isActive,
    webhooks: webhooks.map(({ id }) => id === webhook.id),
  }
}

/** The types of rest-client lack that a deleted file is `null`. */
function uuidsOf(files: readonly (restClient.FileInfo | null)[]): (string | null)[] {
  return files.map((file) => file?.uuid ?? null)
}
