#define BOOST_TEST_MODULE huiyin
#ifdef __EMSCRIPTEN__
#include <boost/test/included/unit_test.hpp>
#else
#include <boost/test/unit_test.hpp>
#endif
