/** Up to this width of a window, in pixels, panels are sheets at the bottom; the stylesheets have the same number. */
export const sheetsUpTo = 760;
