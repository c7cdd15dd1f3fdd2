import DefaultTheme from 'vitepress/theme-without-fonts'
import './colors.css'
import './playground.css'

export default DefaultTheme
