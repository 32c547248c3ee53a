#include "models.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char language[] = {
#embed "language.bin"
};

static const unsigned char tone[] = {
#embed "tone.bin"
};

static const unsigned char kind[] = {
#embed "kind.bin"
};

static const unsigned char meaning[] = {
#embed "meaning.bin"
};

heed_model heed_language_model(void) { return (heed_model){language, sizeof language}; }
heed_model heed_tone_model(void) { return (heed_model){tone, sizeof tone}; }
heed_model heed_kind_model(void) { return (heed_model){kind, sizeof kind}; }
heed_model heed_meaning_model(void) { return (heed_model){meaning, sizeof meaning}; }
