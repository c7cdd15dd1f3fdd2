import type { ImageInfo } from './image-info.js'

/** The values of an image info that EXIF contains. */
export type ExifInfo = Partial<Pick<ImageInfo, 'dpi' | 'orientation' | 'geo_location' | 'datetime_original'>>

// Tags of the EXIF standard.
const ORIENTATION = 0x0112
const X_RESOLUTION = 0x011a
const Y_RESOLUTION = 0x011b
const RESOLUTION_UNIT = 0x0128
const EXIF_DIRECTORY = 0x8769
const GPS_DIRECTORY = 0x8825
const DATE_TIME_ORIGINAL = 0x9003
const [LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE] = [1, 2, 3, 4] as const

const CENTIMETER = 3
const TYPE_SIZES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8]

type Value = string | readonly number[]

/** Reads EXIF data, which begins with its byte order. Invalid data has no values. */
export function readExif(view: DataView): ExifInfo {
  try {
    return readTiff(view)
  } catch (error) {
    // An offset points outside the data.
    if (error instanceof RangeError) return {}
    throw error
  }
}

function readTiff(view: DataView): ExifInfo {
  const byteOrder = view.getUint16(0)
  if (byteOrder !== 0x4949 && byteOrder !== 0x4d4d) return {}
  const isLittleEndian = byteOrder === 0x4949
  const image = readDirectory(view, view.getUint32(4, isLittleEndian), isLittleEndian)
  const nested = (tag: number): ReadonlyMap<number, Value> => {
    const offset = numbersIn(image.get(tag))[0]
    return offset === undefined ? new Map() : readDirectory(view, offset, isLittleEndian)
  }
  const [orientation] = numbersIn(image.get(ORIENTATION))
  const dateTime = textIn(nested(EXIF_DIRECTORY).get(DATE_TIME_ORIGINAL))
  const [, date, time] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)/.exec(dateTime) ?? []
  return {
    dpi: dpiIn(image),
    orientation: orientation !== undefined && orientation <= 8 ? orientation : null,
    geo_location: locationIn(nested(GPS_DIRECTORY)),
    datetime_original: date && time ? `${date.replaceAll(':', '-')}T${time}` : null,
  }
}

function readDirectory(view: DataView, offset: number, isLittleEndian: boolean): ReadonlyMap<number, Value> {
  const values = new Map<number, Value>()
  const count = view.getUint16(offset, isLittleEndian)
  for (let entry = offset + 2; entry < offset + 2 + count * 12; entry += 12) {
    const tag = view.getUint16(entry, isLittleEndian)
    values.set(tag, readValue(view, entry, isLittleEndian))
  }
  return values
}

function readValue(view: DataView, entry: number, isLittleEndian: boolean): Value {
  const type = view.getUint16(entry + 2, isLittleEndian)
  const count = view.getUint32(entry + 4, isLittleEndian)
  const size = TYPE_SIZES[type] ?? 0
  const start = size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittleEndian)
  if (type === 2) {
    const bytes = new Uint8Array(view.buffer, view.byteOffset + start, Math.min(count, 64))
    return String.fromCharCode(...bytes).replace(/\0.*$/s, '')
  }
  return Array.from({ length: Math.min(count, 8) }, (_, index) => {
    const at = start + index * size
    if (type === 3) return view.getUint16(at, isLittleEndian)
    if (type === 4) return view.getUint32(at, isLittleEndian)
    if (type === 5) return view.getUint32(at, isLittleEndian) / view.getUint32(at + 4, isLittleEndian)
    return view.getUint8(at)
  })
}

function dpiIn(image: ReadonlyMap<number, Value>): ImageInfo['dpi'] {
  const [x] = numbersIn(image.get(X_RESOLUTION))
  const [y] = numbersIn(image.get(Y_RESOLUTION))
  if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return null
  const [unit] = numbersIn(image.get(RESOLUTION_UNIT))
  const factor = unit === CENTIMETER ? 2.54 : 1
  return [Math.round(x * factor), Math.round(y * factor)]
}

function locationIn(gps: ReadonlyMap<number, Value>): ImageInfo['geo_location'] {
  const latitude = degreesIn(gps.get(LATITUDE), textIn(gps.get(LATITUDE_REF)) === 'S')
  const longitude = degreesIn(gps.get(LONGITUDE), textIn(gps.get(LONGITUDE_REF)) === 'W')
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

function degreesIn(value: Value | undefined, isNegative: boolean): number | null {
  const [degrees = NaN, minutes = 0, seconds = 0] = numbersIn(value)
  const sum = degrees + minutes / 60 + seconds / 3600
  return Number.isFinite(sum) ? (isNegative ? -sum : sum) : null
}

function numbersIn(value: Value | undefined): readonly number[] {
  return typeof value === 'string' ? [] : (value ?? [])
}

function textIn(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}
