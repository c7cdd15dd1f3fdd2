import { createRoot } from 'react-dom/client'
import { FileUpload } from './components/file-upload'

const root = document.getElementById('root')
if (root) createRoot(root).render(<FileUpload />)
