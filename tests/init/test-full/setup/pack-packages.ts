export { setup } from '@secure-uploading/packed/pack-once'
