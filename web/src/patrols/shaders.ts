/** One patrol is one instance of a quad; where it is now is decided here, so that the CPU touches only what changed. */
export const vertexShader = `#version 300 es
precision highp float;
precision highp int;

layout(location = 0) in vec2 a_corner;
layout(location = 1) in ivec4 a_course;
layout(location = 2) in ivec4 a_time;

uniform mat4 u_matrix;
uniform ivec2 u_anchor;
uniform float u_unit;
uniform vec2 u_viewport;
uniform float u_size;
uniform int u_now;
uniform int u_staleAfter;
uniform int u_selected;
uniform int u_hovered;

out vec2 v_corner;
flat out vec2 v_heading;
flat out float v_moving;
flat out float v_stale;
flat out float v_ring;

void main() {
  ivec2 from = a_course.xy - u_anchor;
  ivec2 to = a_course.zw - u_anchor;
  int lasts = a_time.y - a_time.x;
  float share = lasts <= 0 ? 1.0 : clamp(float(u_now - a_time.x) / float(lasts), 0.0, 1.0);
  // The difference is exact in integers; only the short way from the anchor is a float.
  vec2 place = vec2(from) + vec2(to - from) * share;

  int bearing = a_time.z & 255;
  int speed = (a_time.z >> 8) & 255;
  float angle = float(bearing) * 0.02454369260617026;
  v_heading = vec2(sin(angle), cos(angle));
  v_moving = speed >= 2 ? 1.0 : 0.0;
  v_stale = u_now - a_time.x > u_staleAfter ? 1.0 : 0.0;
  v_ring = a_time.w == u_selected ? 1.0 : (a_time.w == u_hovered ? 0.6 : 0.0);
  v_corner = a_corner;

  vec4 clip = u_matrix * vec4(place * u_unit, 0.0, 1.0);
  gl_Position = clip + vec4(a_corner * u_size / u_viewport * 2.0 * clip.w, 0.0, 0.0);
}`;

export const fragmentShader = `#version 300 es
precision highp float;

in vec2 v_corner;
flat in vec2 v_heading;
flat in float v_moving;
flat in float v_stale;
flat in float v_ring;

uniform float u_pixel;
uniform vec3 u_fill;
uniform vec3 u_edge;
uniform vec3 u_still;
uniform vec3 u_grey;
uniform vec3 u_accent;

out vec4 color;

// Signed distance to an arrowhead that points along +y.
float arrowhead(vec2 p) {
  p.x = abs(p.x);
  vec2 side = normalize(vec2(0.86, 0.40));
  float flank = dot(p - vec2(0.0, 0.60), side);
  float notch = -(p.y + 0.22) - p.x * 0.55;
  return max(flank, notch);
}

void main() {
  vec2 along = vec2(v_corner.x * v_heading.y - v_corner.y * v_heading.x, dot(v_corner, v_heading));
  float disc = length(v_corner);
  float body = mix(disc - 0.30, arrowhead(along), v_moving * (1.0 - v_stale));
  float hollow = mix(body, abs(disc - 0.26) - 0.09, v_stale);
  float edge = 0.13;

  float fill = 1.0 - smoothstep(-u_pixel, u_pixel, hollow);
  // Far from a sharp corner the distance is too short: the halo ends with the disc around the patrol.
  float halo = 1.0 - smoothstep(-u_pixel, u_pixel, max(hollow - edge, disc - 0.74));
  float ring = (1.0 - smoothstep(-u_pixel, u_pixel, abs(disc - 0.86) - 0.07)) * v_ring;

  vec3 base = mix(mix(u_still, u_fill, v_moving), u_grey, v_stale);
  vec4 drawn = vec4(mix(u_edge, base, fill), 1.0) * max(fill, halo * 0.92);
  color = drawn * (1.0 - ring) + vec4(u_accent, 1.0) * ring;
  if (color.a < 0.004) discard;
}`;
