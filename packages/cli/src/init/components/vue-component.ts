/** Creates a Vue component with a drop zone and a list of uploads. */
export const vueComponent = (client: string, usesTypeScript: boolean): string =>
  `<script setup${usesTypeScript ? ' lang="ts"' : ''}>
import { SecureUploadClient } from '@secure-uploading/client'
import { useDropZone, useUploadQueue } from '@secure-uploading/vue'

${client}

const { queue, state } = useUploadQueue({ client })
const { root, input, isDragActive } = useDropZone(queue)
</script>

<template>
  <section>
    <div v-bind="root" style="border: 2px dashed; border-radius: 8px; padding: 32px; cursor: pointer">
      <input v-bind="input" />
      {{ isDragActive ? 'Drop the files here' : 'Drop files here, or click to choose them' }}
    </div>
    <ul>
      <li v-for="item in state.items" :key="item.id">
        <a v-if="item.uploaded" :href="item.uploaded.cdnUrl">{{ item.name }}</a>
        <template v-else>{{ item.name }}</template>
        <progress v-if="item.status === 'uploading'" :value="item.progress" :aria-label="item.name" />
        <span role="status">{{ item.error ? item.error.message : item.status }}</span>
        <button v-if="item.status === 'failed'" type="button" @click="queue.retry(item.id)">Try again</button>
      </li>
    </ul>
  </section>
</template>
`
