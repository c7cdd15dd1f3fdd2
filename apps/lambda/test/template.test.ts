import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const APP = path.resolve(import.meta.dirname, '..')

interface Template {
  Resources: {
    Api: { Properties: { CorsConfiguration: { AllowOrigins: unknown } } }
    TokenFunction: {
      Properties: {
        CodeUri: string
        Handler: string
        Environment: { Variables: Record<string, string> }
        Events: { UploadToken: { Properties: { Method: string; Path: string } } }
      }
    }
  }
}

// CloudFormation tags such as !Ref are parsed as the text that follows them.
const source = await readFile(path.join(APP, 'template.yaml'), 'utf8')
const { Api, TokenFunction } = (parse(source, { logLevel: 'silent' }) as Template).Resources
const { Properties: properties } = TokenFunction

describe('the SAM template', () => {
  it('deploys the file that the build writes', () => {
    const [file, name] = properties.Handler.split('.')
    expect(existsSync(path.join(APP, properties.CodeUri, `${file ?? ''}.mjs`))).toBe(true)
    expect(name).toBe('handler')
  })

  it('sets every variable that the function reads and that Lambda does not set', async () => {
    const names = await readdir(path.join(APP, 'src'), { recursive: true })
    const sources = await Promise.all(
      names
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFile(path.join(APP, 'src', name), 'utf8')),
    )
    const matches = sources.join('').matchAll(/(?:requiredEnv\(|env\[)'([A-Z_]+)'/g)
    const variables = Array.from(matches, ([, name]) => name ?? '').filter((name) => !name.startsWith('AWS_'))
    expect(Object.keys(properties.Environment.Variables).sort()).toEqual([...new Set(variables)].sort())
  })

  it('serves the path that the page requests', () => {
    const { Method: method, Path: route } = properties.Events.UploadToken.Properties
    expect([method, route]).toEqual(['POST', '/api/upload-token'])
  })

  it('contains the ARN of the secret and not the secret', () => {
    expect(properties.Environment.Variables).toMatchObject({ UPLOADCARE_SECRET_ARN: 'UploadcareSecretArn' })
    expect(source).not.toMatch(/resolve:|UPLOADCARE_SECRET_KEY/)
  })

  it('lists its origins, because SAM drops the other CORS settings for a single value', () => {
    expect(Api.Properties.CorsConfiguration.AllowOrigins).toEqual(['AllowedOrigin'])
  })
})
