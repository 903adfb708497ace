/** Tracks or pieces of trails in a row of the texture that holds their words, two texels each. */
export const placesInRow = 512;

// Both draw two triangles for each track or piece of a trail; where it is now is decided here, so that the CPU touches only what changed.
// Its words are read from a texture by the number of the vertex: instances of so few vertices cost a draw call each where there is no graphics card.
const course = `#version 300 es
precision highp float;
precision highp int;

uniform highp isampler2D u_words;
uniform mat4 u_matrix;
uniform ivec2 u_anchor;
uniform float u_unit;
uniform vec2 u_viewport;
uniform int u_now;
uniform int u_selected;

ivec4 course;
ivec4 time;
// Which corner of the quad this is, 0 or 1 each way.
vec2 corner;

void readWords() {
  int place = gl_VertexID / 6;
  int vertex = gl_VertexID - place * 6;
  int turn = vertex < 3 ? vertex : vertex - 2;
  corner = vec2(float(turn & 1), float(turn >> 1));
  ivec2 at = ivec2((place % ${placesInRow}) * 2, place / ${placesInRow});
  course = texelFetch(u_words, at, 0);
  time = texelFetch(u_words, at + ivec2(1, 0), 0);
}

// How much of the way from its beginning to its end is behind it.
float shareGone() {
  int lasts = time.y - time.x;
  return lasts <= 0 ? 1.0 : clamp(float(u_now - time.x) / float(lasts), 0.0, 1.0);
}

// The difference is exact in integers; only the short way from the anchor is a float.
vec2 placeAt(float share) {
  return vec2(course.xy - u_anchor) + vec2(course.zw - course.xy) * share;
}

vec4 clipOf(vec2 place) {
  return u_matrix * vec4(place * u_unit, 0.0, 1.0);
}
`;

const shape = { still: 0, moving: 1, stale: 2 } as const;

const patrolVertex = `${course}
uniform float u_size;
uniform float u_pixel;
uniform int u_staleAfter;
uniform int u_hovered;

out vec2 v_corner;
flat out vec2 v_heading;
flat out int v_shape;
flat out float v_ring;

void main() {
  readWords();
  int bearing = time.z & 255;
  int speed = (time.z >> 8) & 255;
  float angle = float(bearing) * 0.02454369260617026;
  v_heading = vec2(sin(angle), cos(angle));
  v_shape = u_now - time.x > u_staleAfter ? ${shape.stale} : (speed >= 2 ? ${shape.moving} : ${shape.still});
  v_ring = time.w == u_selected ? 1.0 : (time.w == u_hovered ? 0.6 : 0.0);

  // The quad is no larger than what is drawn on it.
  float radius = v_ring > 0.0 ? 0.93 : (v_shape == ${shape.moving} ? 0.74 : (v_shape == ${shape.stale} ? 0.48 : 0.43));
  v_corner = (corner * 2.0 - 1.0) * min(1.0, radius + u_pixel);
  vec4 clip = clipOf(placeAt(shareGone()));
  gl_Position = clip + vec4(v_corner * u_size / u_viewport * 2.0 * clip.w, 0.0, 0.0);
}`;

const patrolFragment = `#version 300 es
precision highp float;
precision highp int;

in vec2 v_corner;
flat in vec2 v_heading;
flat in int v_shape;
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
  const vec2 side = normalize(vec2(0.86, 0.40));
  float flank = dot(p - vec2(0.0, 0.60), side);
  float notch = -(p.y + 0.22) - p.x * 0.55;
  return max(flank, notch);
}

void main() {
  float disc = length(v_corner);
  float body = disc - 0.30;
  vec3 base = u_still;
  if (v_shape == ${shape.moving}) {
    body = arrowhead(vec2(v_corner.x * v_heading.y - v_corner.y * v_heading.x, dot(v_corner, v_heading)));
    base = u_fill;
  } else if (v_shape == ${shape.stale}) {
    body = abs(disc - 0.26) - 0.09;
    base = u_grey;
  }
  float edge = 0.13;

  float fill = 1.0 - smoothstep(-u_pixel, u_pixel, body);
  // Far from a sharp corner the distance is too short: the halo ends with the disc around the patrol.
  float halo = 1.0 - smoothstep(-u_pixel, u_pixel, max(body - edge, disc - 0.74));
  color = vec4(mix(u_edge, base, fill), 1.0) * max(fill, halo * 0.92);
  if (v_ring > 0.0) {
    float ring = (1.0 - smoothstep(-u_pixel, u_pixel, abs(disc - 0.86) - 0.07)) * v_ring;
    color = color * (1.0 - ring) + vec4(u_accent, 1.0) * ring;
  }
  if (color.a < 0.004) discard;
}`;

const trailVertex = `${course}
uniform float u_width;
uniform float u_lasts;

flat out float v_own;
out float v_strength;

void main() {
  readWords();
  float share = shareGone();
  vec4 start = clipOf(placeAt(0.0));
  vec4 end = clipOf(placeAt(share));
  vec2 along = (end.xy / end.w - start.xy / start.w) * u_viewport;
  vec2 side = length(along) < 0.001 ? vec2(0.0) : normalize(vec2(-along.y, along.x));

  float age = float(u_now - time.x) / u_lasts;
  v_own = time.w == u_selected ? 1.0 : 0.0;
  v_strength = age < 0.0 || age > 1.0 ? 0.0 : 1.0 - age;

  vec4 clip = clipOf(placeAt(share * corner.y));
  float width = u_width * (1.0 + v_own);
  gl_Position = clip + vec4(side * (corner.x * 2.0 - 1.0) * width / u_viewport * clip.w, 0.0, 0.0);
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

/** The shaders of what is drawn for each place of the words. */
export type Means = { readonly vertex: string; readonly fragment: string };

export const patrolMeans: Means = { vertex: patrolVertex, fragment: patrolFragment };

/** From the beginning of a piece to where its patrol is now, and to both sides. */
export const trailMeans: Means = { vertex: trailVertex, fragment: trailFragment };
