import { fragmentShader, vertexShader } from "./shaders.ts";
import { type ShownTracks, trackWords } from "./tracks.ts";

const trackBytes = trackWords * 4;

export type Program = {
  readonly program: WebGLProgram;
  readonly vertices: WebGLVertexArrayObject;
  readonly buffer: WebGLBuffer;
  readonly at: (uniform: string) => WebGLUniformLocation | null;
  /** How many tracks the buffer on the GPU has room for, and whose they are. */
  capacity: number;
  holds: ShownTracks | null;
  readonly free: (gl: WebGL2RenderingContext) => void;
};

function compile(gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind);
  if (shader === null) throw new Error("The graphics context is lost");
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (gl.getShaderParameter(shader, gl.COMPILE_STATUS) !== true && !gl.isContextLost()) {
    throw new Error(gl.getShaderInfoLog(shader) ?? "The shader does not compile");
  }
  return shader;
}

/** A program of two shaders; throws with the compiler's words when it is none. */
export function link(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  const shaders = [compile(gl, gl.VERTEX_SHADER, vertex), compile(gl, gl.FRAGMENT_SHADER, fragment)];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  for (const shader of shaders) gl.deleteShader(shader);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true && !gl.isContextLost()) {
    throw new Error(gl.getProgramInfoLog(program) ?? "The program does not link");
  }
  return program;
}

export function buildProgram(gl: WebGL2RenderingContext): Program {
  const program = link(gl, vertexShader, fragmentShader);
  const vertices = gl.createVertexArray();
  const corners = gl.createBuffer();
  const buffer = gl.createBuffer();
  gl.bindVertexArray(vertices);
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  for (const [location, offset] of [
    [1, 0],
    [2, 16],
  ] as const) {
    gl.enableVertexAttribArray(location);
    gl.vertexAttribIPointer(location, 4, gl.INT, trackBytes, offset);
    gl.vertexAttribDivisor(location, 1);
  }
  gl.bindVertexArray(null);
  const locations = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    vertices,
    buffer,
    capacity: 0,
    holds: null,
    at: (uniform) => {
      if (!locations.has(uniform)) locations.set(uniform, gl.getUniformLocation(program, uniform));
      return locations.get(uniform) ?? null;
    },
    free: () => {
      gl.deleteProgram(program);
      gl.deleteVertexArray(vertices);
      gl.deleteBuffer(corners);
      gl.deleteBuffer(buffer);
    },
  };
}

/** Sends what changed, and everything once when there is no room, or other tracks are shown. */
export function uploadTracks(gl: WebGL2RenderingContext, program: Program, tracks: ShownTracks): void {
  const words = tracks.words();
  const changes = tracks.takeChanges();
  gl.bindBuffer(gl.ARRAY_BUFFER, program.buffer);
  if (program.holds !== tracks || program.capacity * trackWords < words.length) {
    program.holds = tracks;
    program.capacity = words.length / trackWords;
    gl.bufferData(gl.ARRAY_BUFFER, words, gl.DYNAMIC_DRAW);
    return;
  }
  for (const [first, last] of changes) {
    gl.bufferSubData(gl.ARRAY_BUFFER, first * trackBytes, words, first * trackWords, (last - first + 1) * trackWords);
  }
}
