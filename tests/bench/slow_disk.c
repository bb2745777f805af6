// Preloaded before a program: each sync of a file takes as long as HUIYIN_SYNC_US says, in microseconds, longer. The
// disks of test machines answer at once; real ones do not.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_as_told(void) {
    char const* const told = getenv("HUIYIN_SYNC_US");
    long const us = told ? atol(told) : 0;
    struct timespec const time = {us / 1000000, us % 1000000 * 1000};
    nanosleep(&time, NULL);
}

static int real_sync(char const* name, int file) {
    int (*const sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    return sync(file);
}

int fsync(int file) {
    wait_as_told();
    return real_sync("fsync", file);
}

int fdatasync(int file) {
    wait_as_told();
    return real_sync("fdatasync", file);
}
