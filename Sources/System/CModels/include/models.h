// The trained models of HeedReading, inside the program: what they hold and how they are made stands in
// Docs/reading.md. They are read where they lie; nothing is copied when the desk starts.
#ifndef HEED_MODELS_H
#define HEED_MODELS_H
#include <stddef.h>

typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t size;
} heed_model;

heed_model heed_language_model(void);
heed_model heed_tone_model(void);
heed_model heed_kind_model(void);
heed_model heed_meaning_model(void);
#endif
