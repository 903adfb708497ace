// Both draw one instance of a quad for each track or piece of a trail; where it is now is decided here, so that the CPU touches only what changed.
const course = `#version 300 es
precision highp float;
precision highp int;

layout(location = 0) in vec2 a_corner;
layout(location = 1) in ivec4 a_course;
layout(location = 2) in ivec4 a_time;

uniform mat4 u_matrix;
uniform ivec2 u_anchor;
uniform float u_unit;
uniform vec2 u_viewport;
uniform int u_now;
uniform int u_selected;

// How much of the way from its beginning to its end is behind it.
float shareGone() {
  int lasts = a_time.y - a_time.x;
  return lasts <= 0 ? 1.0 : clamp(float(u_now - a_time.x) / float(lasts), 0.0, 1.0);
}

// The difference is exact in integers; only the short way from the anchor is a float.
vec2 placeAt(float share) {
  return vec2(a_course.xy - u_anchor) + vec2(a_course.zw - a_course.xy) * share;
}

vec4 clipOf(vec2 place) {
  return u_matrix * vec4(place * u_unit, 0.0, 1.0);
}
`;

const patrolVertex = `${course}
uniform float u_size;
uniform int u_staleAfter;
uniform int u_hovered;

out vec2 v_corner;
flat out vec2 v_heading;
flat out float v_moving;
flat out float v_stale;
flat out float v_ring;

void main() {
  int bearing = a_time.z & 255;
  int speed = (a_time.z >> 8) & 255;
  float angle = float(bearing) * 0.02454369260617026;
  v_heading = vec2(sin(angle), cos(angle));
  v_moving = speed >= 2 ? 1.0 : 0.0;
  v_stale = u_now - a_time.x > u_staleAfter ? 1.0 : 0.0;
  v_ring = a_time.w == u_selected ? 1.0 : (a_time.w == u_hovered ? 0.6 : 0.0);
  v_corner = a_corner;

  vec4 clip = clipOf(placeAt(shareGone()));
  gl_Position = clip + vec4(a_corner * u_size / u_viewport * 2.0 * clip.w, 0.0, 0.0);
}`;

const patrolFragment = `#version 300 es
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

const trailVertex = `${course}
uniform float u_width;
uniform float u_lasts;

flat out float v_own;
out float v_strength;

void main() {
  float share = shareGone();
  vec4 start = clipOf(placeAt(0.0));
  vec4 end = clipOf(placeAt(share));
  vec2 along = (end.xy / end.w - start.xy / start.w) * u_viewport;
  vec2 side = length(along) < 0.001 ? vec2(0.0) : normalize(vec2(-along.y, along.x));

  float age = float(u_now - a_time.x) / u_lasts;
  v_own = a_time.w == u_selected ? 1.0 : 0.0;
  v_strength = age < 0.0 || age > 1.0 ? 0.0 : 1.0 - age;

  vec4 clip = clipOf(placeAt(share * a_corner.x));
  float width = u_width * (1.0 + v_own);
  gl_Position = clip + vec4(side * a_corner.y * width / u_viewport * clip.w, 0.0, 0.0);
}`;

const trailFragment = `#version 300 es
precision highp float;

flat in float v_own;
in float v_strength;

uniform vec3 u_fill;

out vec4 color;

void main() {
  float alpha = v_strength * mix(0.7, 0.95, v_own);
  if (alpha < 0.004) discard;
  color = vec4(u_fill * alpha, alpha);
}`;

/** What is drawn for each instance: the corners of its quad, and the two shaders. */
export type Means = { readonly corners: readonly number[]; readonly vertex: string; readonly fragment: string };

export const patrolMeans: Means = {
  corners: [-1, -1, 1, -1, -1, 1, 1, 1],
  vertex: patrolVertex,
  fragment: patrolFragment,
};

/** From the beginning of a piece to where its patrol is now, and to both sides. */
export const trailMeans: Means = { corners: [0, -1, 0, 1, 1, -1, 1, 1], vertex: trailVertex, fragment: trailFragment };
