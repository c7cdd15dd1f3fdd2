import express from 'express'
import { uploadToken } from './upload-token.js'

const app = express()

app.all('/api/upload-token', uploadToken)

if (process.env.NODE_ENV === 'production') {
  app.use(express.static('dist'))
} else {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'mpa' })
  app.use(vite.middlewares)
}

const port = Number(process.env.PORT ?? 3000)
app.listen(port, () => console.log(`http://localhost:${port}`))
