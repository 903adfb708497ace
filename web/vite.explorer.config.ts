import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The API explorer, built apart from the dashboard, so that the two share no file and neither costs the other a request. */
export default defineConfig({
  plugins: [react()],
  worker: { format: "es" },
  build: {
    target: "es2023",
    emptyOutDir: false,
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The code editor alone is larger than that; nobody waits for it but who opens the explorer.
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: "explorer.html",
      // Its packages speak to a compiler that has already run over them.
      onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
    },
  },
});
