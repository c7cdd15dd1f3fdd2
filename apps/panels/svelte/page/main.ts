import { mount } from 'svelte'
import App from './App.svelte'
import './main.css'

const target = document.querySelector('#app')
if (target) mount(App, { target })
