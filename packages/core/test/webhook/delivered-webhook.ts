/**
 * A webhook delivery with its signing secret and signature, from a test of Uploadcare's Ruby SDK.
 * https://github.com/uploadcare/uploadcare-ruby/blob/main/spec/uploadcare/param/webhook_signature_verifier_spec.rb
 */
export const DELIVERED_SECRET = '12345X'
export const DELIVERED_SIGNATURE = 'v1=9b31c7dd83fdbf4a2e12b19d7f2b9d87d547672a325b9492457292db4f513c70'

const fileUrl = 'https://ucarecdn.com/f08d7c8a-2971-42e0-ab01-780d9039b40b/download.jpeg'
const image = {
  color_mode: 'RGB',
  format: 'JPEG',
  height: 168,
  width: 300,
  orientation: null,
  dpi: null,
  geo_location: null,
  datetime_original: null,
  sequence: false,
}

// The signature covers these bytes, so the order of the keys matters.
export const deliveredBody = JSON.stringify({
  payload_hash: '1844671900',
  data: {
    uuid: 'f08d7c8a-2971-42e0-ab01-780d9039b40b',
    image_info: image,
    video_info: null,
    content_info: { mime: { mime: 'image/jpeg', type: 'image', subtype: 'jpeg' }, video: null, image },
    mime_type: 'image/jpeg',
    original_filename: 'download.jpeg',
    size: 10_603,
    is_image: true,
    is_ready: true,
    datetime_removed: null,
    datetime_stored: null,
    datetime_uploaded: null,
    original_file_url: fileUrl,
    url: '',
    source: null,
    variations: null,
    rekognition_info: null,
  },
  hook: {
    id: 889_783,
    project_id: 123_681,
    target: 'https://6f48-188-232-175-230.ngrok.io/posts',
    event: 'file.uploaded',
    is_active: true,
    created_at: '2021-11-18T06:17:42.730459Z',
    updated_at: '2021-11-18T06:17:42.730459Z',
  },
  file: fileUrl,
})
