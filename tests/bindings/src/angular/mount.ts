import '@angular/compiler'
import { createComponent, provideZonelessChangeDetection } from '@angular/core'
import { createApplication } from '@angular/platform-browser'
import type { Mount } from '../binding.js'
import { App, PROPS } from './app.js'

export const mount: Mount = (element, props) => {
  const host = element.appendChild(document.createElement('upload-app'))
  const started = createApplication({
    providers: [provideZonelessChangeDetection(), { provide: PROPS, useValue: props }],
  }).then((app) => {
    const { injector: environmentInjector } = app
    app.attachView(createComponent(App, { environmentInjector, hostElement: host }).hostView)
    return app
  })
  return () => {
    void started.then((app) => {
      app.destroy()
      host.remove()
    })
  }
}
