import type { ShownProject } from '../../projects/project-list.js'
import { SIZE_UNITS, unitBytesOf } from './size-unit.js'

/** A form for the limits of a project. An empty field means no limit. */
export function LimitsForm({ project }: { project: ShownProject }) {
  const { publicKey, maxFileSizeBytes, allowedTypes } = project
  const unitBytes = unitBytesOf(maxFileSizeBytes)
  return (
    <form class="stack" method="post" data-limits={publicKey}>
      <label for={`size-${publicKey}`}>Maximum file size</label>
      <div class="pair">
        <input
          type="number"
          name="size"
          id={`size-${publicKey}`}
          min="0"
          step="any"
          placeholder="any size"
          value={maxFileSizeBytes === null ? '' : String(maxFileSizeBytes / unitBytes)}
        />
        <select name="unitBytes" id={`unit-${publicKey}`} aria-label="Unit of the maximum file size">
          {SIZE_UNITS.map(([title, bytes]) => (
            <option value={String(bytes)} selected={bytes === unitBytes}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <label for={`types-${publicKey}`}>Allowed types</label>
      <input
        type="text"
        name="types"
        id={`types-${publicKey}`}
        placeholder="all, or image/*, application/pdf"
        autocomplete="off"
        spellcheck={false}
        value={allowedTypes?.join(', ') ?? ''}
      />
      <button type="submit" id={`save-${publicKey}`}>
        Save limits
      </button>
    </form>
  )
}
