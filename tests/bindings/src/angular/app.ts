import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  InjectionToken,
  signal,
} from '@angular/core'
import { createDropZone } from '@secure-uploading/client/drop-zone'
import type { UploadItem, UploadQueue } from '@secure-uploading/client/queue'
import type { AppProps } from '../binding.js'
import { injectUploadQueue } from './inject-upload-queue.js'

export const PROPS = new InjectionToken<AppProps>('props')

class Row {
  private readonly props = inject(PROPS)
  item!: UploadItem
  queue!: UploadQueue
  actions = ['pause', 'resume', 'cancel', 'retry', 'remove'] as const
  get status(): string {
    this.props.onRowRender(this.item.name)
    return this.item.status
  }
}
// Compiled in the browser, so that the tests need no Angular CLI.
Component({
  selector: 'upload-row',
  inputs: ['item', 'queue'],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
      <li
        [attr.data-item]="item.name"
        [attr.data-status]="status"
        [attr.data-progress]="item.progress"
        [attr.data-error]="item.error?.message"
      >
        @if (item.type.startsWith('image/')) {
          <img alt="" [src]="queue.preview(item.id)" />
        }
        {{ item.name }}
        @for (name of actions; track name) {
          <button [attr.data-action]="name" (click)="queue[name](item.id)">{{ name }}</button>
        }
      </li>
    `,
})(Row)

export class App {
  private readonly props = inject(PROPS)
  private readonly uploads = injectUploadQueue(this.props.options)
  queue = this.uploads.queue
  state = this.uploads.state
  isDragActive = signal(false)
  all = ['start', 'pause', 'resume', 'cancel', 'retry', 'clear'] as const
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef)
  private readonly destroyed = inject(DestroyRef)

  ngAfterViewInit(): void {
    const zone = createDropZone(this.queue, this.props.zone)
    const root = this.element.nativeElement.querySelector<HTMLElement>('[data-zone]')
    const input = this.element.nativeElement.querySelector('input')
    zone.subscribe(() => this.isDragActive.set(zone.getSnapshot().isDragActive))
    if (root) this.destroyed.onDestroy(zone.attach(root))
    if (input) this.destroyed.onDestroy(zone.attachInput(input))
    this.props.onQueue(this.queue)
  }
}
Component({
  selector: 'upload-app',
  imports: [Row],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
      <div data-zone [attr.data-drag-active]="isDragActive()">Drop files here <input data-input /></div>
      <output data-queue [attr.data-status]="state().status" [attr.data-progress]="state().progress"></output>
      @for (name of all; track name) {
        <button [attr.data-all]="name" (click)="queue[name]()">{{ name }}</button>
      }
      <ol>
        @for (item of state().items; track item.id) {
          <upload-row [item]="item" [queue]="queue" />
        }
      </ol>
    `,
})(App)
