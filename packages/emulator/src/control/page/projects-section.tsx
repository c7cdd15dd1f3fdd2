import type { ShownProject } from '../../projects/project-list.js'
import { ActionButton } from './action-button.js'
import { byteSize } from './byte-size.js'
import { LimitsForm } from './limits-form.js'
import { SecretKeys } from './secret-keys.js'

/** The projects with their settings, and an upload without a signature. */
export function ProjectsSection({ projects }: { projects: readonly ShownProject[] }) {
  return (
    <ul class="cards" data-live="projects" tabindex={-1}>
      {projects.map((project) => (
        <li class="card">
          <h3>{project.publicKey}</h3>
          <Switch project={project} name="secureUploading" title="Secure uploading" />
          <Switch project={project} name="autostore" title="Autostore" />
          <Switch project={project} name="signedAiGeneration" title="Signed AI images" />
          <dl>
            <dt>Secret keys</dt>
            <dd>{project.secretKeysCount}</dd>
            <dt>Secure delivery</dt>
            <dd>{project.secureDelivery ? 'on' : 'off'}</dd>
            <dt>Maximum file size</dt>
            <dd>{project.maxFileSizeBytes === null ? 'any size' : byteSize(project.maxFileSizeBytes)}</dd>
            <dt>Allowed types</dt>
            <dd>{project.allowedTypes?.join(', ') ?? 'all'}</dd>
          </dl>
          <details id={`settings-${project.publicKey}`}>
            <summary id={`settings-summary-${project.publicKey}`}>Limits and secret keys</summary>
            <LimitsForm project={project} />
            <SecretKeys project={project} />
          </details>
          <label class="upload" for={`upload-${project.publicKey}`}>
            Upload without a signature
            <input type="file" multiple id={`upload-${project.publicKey}`} data-upload={project.publicKey} />
          </label>
        </li>
      ))}
    </ul>
  )
}

interface SwitchProps {
  project: ShownProject
  name: 'secureUploading' | 'autostore' | 'signedAiGeneration'
  title: string
}

function Switch({ project, name, title }: SwitchProps) {
  return (
    <ActionButton
      id={`${name}-${project.publicKey}`}
      method="PATCH"
      path={`projects/${encodeURIComponent(project.publicKey)}`}
      body={{ [name]: !project[name] }}
      checked={project[name]}
    >
      {title} <span class="state">{project[name] ? 'on' : 'off'}</span>
    </ActionButton>
  )
}
