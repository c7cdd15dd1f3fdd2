import express from 'express'

const app = express()
app.use(express.json())

app.get('/api/hello', (request, response) => {
  response.json({ hello: 'world' })
})

app.listen(3000, '127.0.0.1')
