using GridMap.Core.Geography;

namespace GridMap.Core.Patrols.Playback;

/// <summary>A fix of a track that is played back: when it was, in milliseconds since 1970, and where.</summary>
public readonly record struct TrackFix(long At, GlobeSteps Place);
