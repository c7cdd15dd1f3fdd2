import type { Emulation } from '../../emulation.js'
import { ClockSection } from './clock-section.js'
import { FaultForm, FaultsSection } from './faults-section.js'
import { FilesSection } from './files-section.js'
import { ActionButton } from './action-button.js'
import { JournalSection } from './journal-section.js'
import { ProjectsSection } from './projects-section.js'

/** The page at `/_emulator/` in the current state. Its script updates it after each change. */
export function Page({ emulation }: { emulation: Emulation }) {
  const { projects, store, journal, clock, faults } = emulation
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Upload API emulator</title>
        <link rel="stylesheet" href="/_emulator/page.css" />
        <link rel="icon" href="data:," />
        <script type="module" src="/_emulator/page.js" />
      </head>
      <body>
        <header>
          <h1>Upload API emulator</h1>
          <p id="message" role="status" />
          <ActionButton
            id="reset"
            method="POST"
            path="reset"
            kind="danger"
            question="Remove all files, faults and requests, and restore the initial projects and the real time?"
          >
            Reset everything
          </ActionButton>
        </header>
        <main>
          <section aria-labelledby="projects">
            <h2 id="projects">Projects</h2>
            <ProjectsSection projects={projects.list()} />
          </section>
          <section aria-labelledby="clock">
            <h2 id="clock">Clock</h2>
            <ClockSection nowMs={clock.nowMs()} />
          </section>
          <section aria-labelledby="faults">
            <h2 id="faults">Faults</h2>
            <FaultForm />
            <FaultsSection faults={faults.list()} />
          </section>
          <section aria-labelledby="files">
            <h2 id="files">Files</h2>
            <FilesSection files={store.files.list()} />
          </section>
          <section aria-labelledby="requests">
            <div class="row spread">
              <h2 id="requests">Requests</h2>
              <ActionButton id="journal-clear" method="DELETE" path="journal" kind="quiet">
                Clear
              </ActionButton>
            </div>
            <JournalSection entries={journal.entries()} />
          </section>
        </main>
      </body>
    </html>
  )
}
