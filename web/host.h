#pragma once

/// What the browser side gives to the program; library_huiyin.js hands each call on to JavaScript.
/// Styles go by the number under which they were told. Texts are UTF-8 with their size in bytes.
extern "C" {

void huiyin_host_style(int number, float size, int weight, int is_mono, char const* lang, int lang_size,
                       int is_right_to_left, float letter_spacing, float word_spacing);
float huiyin_host_width(int style, char const* run, int size);
/// Writes ascent and descent.
void huiyin_host_metrics(int style, float* metrics);
/// Draws into the atlas. Writes page, uv (4), box (4) and whether it is coloured, as ten floats.
void huiyin_host_draw(int style, char const* run, int size, float* image);
/// Number of pages of the atlas.
int huiyin_host_pages();
void huiyin_host_drop_pages();
}
