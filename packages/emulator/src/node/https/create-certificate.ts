import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { bitString, boolean, explicit, oid, octetString, sequence, set, tlv, utcTime, utf8 } from './der.js'

/** A private key and its self-signed certificate, in PEM. */
export interface Certificate {
  key: string
  cert: string
}

const VALID_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000
const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'))
const DNS_NAME = 0x82
const IP_ADDRESS = 0x87

/** Creates a self-signed certificate for a server with these host names and IP addresses. */
export function createCertificate(hosts: readonly string[], nowMs: number): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8('Upload API emulator'))))
  const details = sequence(
    explicit(0, tlv(0x02, Buffer.from([2]))),
    // Positive, because the highest bit is cleared.
    tlv(0x02, Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
    ECDSA_WITH_SHA256,
    name,
    sequence(utcTime(nowMs - DAY_MS), utcTime(nowMs + VALID_DAYS * DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, extensions(hosts)),
  )
  const signature = sign('sha256', details, privateKey)
  const certificate = sequence(details, ECDSA_WITH_SHA256, bitString(signature))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}

function extensions(hosts: readonly string[]): Buffer {
  const alternativeNames = hosts.map((host) =>
    isIP(host) === 0
      ? tlv(DNS_NAME, Buffer.from(host))
      : tlv(IP_ADDRESS, Buffer.from(ipaddr.parse(host).toByteArray())),
  )
  return sequence(
    sequence(oid('2.5.29.17'), octetString(sequence(...alternativeNames))),
    // Not a certificate authority; for digital signatures and server authentication only.
    sequence(oid('2.5.29.19'), boolean(true), octetString(sequence())),
    sequence(oid('2.5.29.15'), boolean(true), octetString(tlv(0x03, Buffer.from([7, 0x80])))),
    sequence(oid('2.5.29.37'), octetString(sequence(oid('1.3.6.1.5.5.7.3.1')))),
  )
}
