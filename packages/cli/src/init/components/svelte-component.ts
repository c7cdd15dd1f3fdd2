/** Creates a Svelte component with a drop zone and a list of uploads. */
export const svelteComponent = (client: string, usesTypeScript: boolean): string =>
  `<script${usesTypeScript ? ' lang="ts"' : ''}>
  import { SecureUploadClient } from '@secure-uploading/client'
  import { dropZone, useUploadQueue } from '@secure-uploading/svelte'

${client.replace(/^(?=.)/gm, '  ')}

  const uploads = useUploadQueue({ client })
  const zone = dropZone(uploads.queue)
</script>

<section>
  <div
    role="button"
    tabindex="0"
    style="border: 2px dashed; border-radius: 8px; padding: 32px; cursor: pointer"
    {@attach zone}
  >
    <input {@attach zone.input} />
    {zone.isDragActive ? 'Drop the files here' : 'Drop files here, or click to choose them'}
  </div>
  <ul>
    {#each uploads.current.items as item (item.id)}
      <li>
        {#if item.uploaded}<a href={item.uploaded.cdnUrl}>{item.name}</a>{:else}{item.name}{/if}
        {#if item.status === 'uploading'}<progress value={item.progress} aria-label={item.name}></progress>{/if}
        <span role="status">{item.error ? item.error.message : item.status}</span>
        {#if item.status === 'failed'}
          <button type="button" onclick={() => uploads.queue.retry(item.id)}>Try again</button>
        {/if}
      </li>
    {/each}
  </ul>
</section>
`
