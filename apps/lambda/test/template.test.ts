import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
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

// The tags of CloudFormation (!Ref and its like) are read as the text behind them.
const source = await readFile(path.join(APP, 'template.yaml'), 'utf8')
const { Api, TokenFunction } = (parse(source, { logLevel: 'silent' }) as Template).Resources
const { Properties: properties } = TokenFunction

test('the template deploys the file that the build makes', () => {
  const [file, name] = properties.Handler.split('.')
  expect(existsSync(path.join(APP, properties.CodeUri, `${file ?? ''}.mjs`))).toBe(true)
  expect(name).toBe('handler')
})

test('it sets the variables that the function reads, and Lambda the others', async () => {
  const names = await readdir(path.join(APP, 'src'), { recursive: true })
  const sources = await Promise.all(
    names.filter((name) => name.endsWith('.ts')).map((name) => readFile(path.join(APP, 'src', name), 'utf8')),
  )
  const read = sources.join('').matchAll(/(?:requiredEnv\(|env\[)'([A-Z_]+)'/g)
  const own = new Set(Array.from(read, ([, name]) => name ?? '').filter((name) => !name.startsWith('AWS_')))
  expect(Object.keys(properties.Environment.Variables).sort()).toEqual([...own].sort())
})

test('it serves the path that the page asks', () => {
  const { Method: method, Path: route } = properties.Events.UploadToken.Properties
  expect([method, route]).toEqual(['POST', '/api/upload-token'])
})

test('it holds no secret, only where one is kept', () => {
  expect(properties.Environment.Variables).toMatchObject({ UPLOADCARE_SECRET_ARN: 'UploadcareSecretArn' })
  expect(source).not.toMatch(/resolve:|UPLOADCARE_SECRET_KEY/)
})

test('its origins are a list, for SAM would drop the rest of the CORS settings', () => {
  expect(Api.Properties.CorsConfiguration.AllowOrigins).toEqual(['AllowedOrigin'])
})
