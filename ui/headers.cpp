// The library that owns the precompiled headers of the rooms under ui/ and of the window; it holds nothing.
namespace threadmart {}
