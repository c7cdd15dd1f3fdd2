import { useData, type Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { watch } from 'vue'
import './colors.css'
import './playground.css'

const theme: Theme = {
  extends: DefaultTheme,
  setup() {
    if (import.meta.env.SSR) return
    const { frontmatter } = useData()
    // As `mainLandmark` does for the first page that is loaded.
    watch(
      () => frontmatter.value['layout'] === 'home',
      (isHome) => {
        const content = document.getElementById('VPContent')
        if (isHome) content?.setAttribute('role', 'main')
        else content?.removeAttribute('role')
      },
      { flush: 'post', immediate: true },
    )
  },
}

export default theme
