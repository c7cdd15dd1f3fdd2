import { assertNoDuplicates, createWebhook } from '../webhooks/create-webhooks.js'
import { shownWebhook, type RegisteredWebhook, type ShownWebhook, type Webhook } from '../webhooks/webhook.js'
import { createProject, type UncheckedProject } from './create-project.js'
import type { Project, ProjectOptions } from './project.js'

/** A project without its secrets. */
export type ShownProject = Omit<Project, 'secretKeys' | 'webhooks' | 'deliverySecrets'> & {
  webhooks: readonly ShownWebhook[]
  secretKeysCount: number
  /** Whether files are served only with a token. */
  secureDelivery: boolean
  /** The last four characters of each secret key; `''` for a key too short to reveal them. */
  secretKeyEndings: readonly string[]
}

/** The projects of an emulator and their settings. */
export interface ProjectList {
  /** Lists all projects, without their secret keys. */
  list(): ShownProject[]
  /**
   * Adds a project.
   *
   * @throws {TypeError} when an option is invalid, or the public key is taken.
   */
  add(project: ProjectOptions): void
  /**
   * Changes a project. Takes effect with the next request.
   *
   * @throws {TypeError} when an option is invalid, or no project has this public key.
   */
  update(publicKey: string, changes: Partial<Omit<ProjectOptions, 'publicKey'>>): void
}

/** Internal operations. Those that take unchecked values throw a `TypeError` naming the invalid option. */
export interface Projects extends ProjectList {
  find(publicKey: string): Project | undefined
  /** Returns the numeric id of a project: its position, from 1. */
  idOf(publicKey: string): number
  /** Adds a project from unchecked JSON. */
  addUnchecked(project: UncheckedProject): void
  /** Changes a project from unchecked JSON. */
  updateUnchecked(publicKey: string, changes: UncheckedProject): void
  /** Adds a secret key from unchecked JSON. */
  addSecretKey(publicKey: string, secretKey: unknown): void
  /**
   * Removes a secret key by its index.
   *
   * @returns whether it existed.
   */
  removeSecretKey(publicKey: string, index: number): boolean
  /** Adds a webhook from unchecked options. */
  addWebhook(publicKey: string, options: unknown): RegisteredWebhook
  /**
   * Changes a webhook from unchecked options.
   *
   * @returns `undefined` when the project has no webhook with this id.
   */
  updateWebhook(publicKey: string, id: number, changes: object): RegisteredWebhook | undefined
  /**
   * Removes a webhook by its id.
   *
   * @returns whether it existed.
   */
  removeWebhook(publicKey: string, id: number): boolean
  /** Restores the initial projects. */
  reset(): void
}

/** Creates the list of projects. */
export function createProjects(initial: readonly ProjectOptions[], nowMs: () => number): Projects {
  const projects = new Map<string, Project>()
  let lastWebhookId = 0

  function register(webhook: Webhook, previous?: RegisteredWebhook): RegisteredWebhook {
    const { targetUrl, event, signingSecret, isActive } = webhook
    return {
      ...{ targetUrl, event, signingSecret, isActive },
      id: previous?.id ?? ++lastWebhookId,
      createdAtMs: previous?.createdAtMs ?? nowMs(),
      updatedAtMs: nowMs(),
    }
  }

  function set(options: UncheckedProject, previous: readonly RegisteredWebhook[]): void {
    const project = createProject(options)
    const webhooks = project.webhooks.map((webhook) => {
      const same = previous.find(
        ({ event, targetUrl }) => event === webhook.event && targetUrl === webhook.targetUrl,
      )
      return same && isEqual(same, webhook) ? same : register(webhook, same)
    })
    projects.set(project.publicKey, { ...project, webhooks })
  }

  function addUnchecked(options: UncheckedProject): void {
    const { publicKey } = options
    if (typeof publicKey === 'string' && projects.has(publicKey)) {
      throw new TypeError(
        `Duplicate "publicKey": project "${publicKey}" exists already. Give each project its own key.`,
      )
    }
    set(options, [])
  }

  function existing(publicKey: string): Project {
    const project = projects.get(publicKey)
    if (!project) throw new TypeError(`Unknown project "${publicKey}". Add it first.`)
    return project
  }

  function updateUnchecked(publicKey: string, changes: UncheckedProject): void {
    const project = existing(publicKey)
    const webhooks = project.webhooks.map(optionsOf)
    set({ ...project, webhooks, ...changes, publicKey }, project.webhooks)
  }

  function setWebhooks(publicKey: string, webhooks: readonly RegisteredWebhook[]): void {
    assertNoDuplicates(webhooks)
    projects.set(publicKey, { ...existing(publicKey), webhooks })
  }

  function reset(): void {
    projects.clear()
    lastWebhookId = 0
    for (const project of initial) addUnchecked({ ...project })
  }

  reset()
  return {
    find: (publicKey) => projects.get(publicKey),
    idOf: (publicKey) => [...projects.keys()].indexOf(publicKey) + 1,
    list: () => [...projects.values()].map(shown),
    add: (project) => {
      addUnchecked({ ...project })
    },
    update: updateUnchecked,
    addUnchecked,
    updateUnchecked,
    addSecretKey(publicKey, secretKey) {
      const { secretKeys } = existing(publicKey)
      if (secretKeys.some((key) => key === secretKey)) {
        throw new TypeError('Duplicate "secretKey": the project has this key already.')
      }
      updateUnchecked(publicKey, { secretKeys: [...secretKeys, secretKey] })
    },
    removeSecretKey(publicKey, index) {
      const { secretKeys } = existing(publicKey)
      if (secretKeys[index] === undefined) return false
      updateUnchecked(publicKey, { secretKeys: secretKeys.filter((_key, other) => other !== index) })
      return true
    },
    addWebhook(publicKey, options) {
      const { webhooks } = existing(publicKey)
      const webhook = createWebhook(options)
      assertNoDuplicates([...webhooks, webhook])
      const registered = register(webhook)
      setWebhooks(publicKey, [...webhooks, registered])
      return registered
    },
    updateWebhook(publicKey, id, changes) {
      const { webhooks } = existing(publicKey)
      const previous = webhooks.find((webhook) => webhook.id === id)
      if (!previous) return undefined
      const updated = register(createWebhook({ ...optionsOf(previous), ...changes }), previous)
      setWebhooks(
        publicKey,
        webhooks.map((webhook) => (webhook === previous ? updated : webhook)),
      )
      return updated
    },
    removeWebhook(publicKey, id) {
      const { webhooks } = existing(publicKey)
      const remaining = webhooks.filter((webhook) => webhook.id !== id)
      setWebhooks(publicKey, remaining)
      return remaining.length < webhooks.length
    },
    reset,
  }
}

function optionsOf({ targetUrl, event, signingSecret, isActive }: Webhook): Webhook {
  return { targetUrl, event, signingSecret, isActive }
}

function isEqual(a: Webhook, b: Webhook): boolean {
  return JSON.stringify(optionsOf(a)) === JSON.stringify(optionsOf(b))
}

function shown({ secretKeys, webhooks, deliverySecrets, ...project }: Project): ShownProject {
  return {
    ...project,
    webhooks: webhooks.map(shownWebhook),
    secretKeysCount: secretKeys.length,
    secureDelivery: deliverySecrets.length > 0,
    secretKeyEndings: secretKeys.map(ending),
  }
}

const MIN_KEY_LENGTH_WITH_ENDING = 12

function ending(secretKey: string): string {
  return secretKey.length < MIN_KEY_LENGTH_WITH_ENDING ? '' : secretKey.slice(-4)
}
