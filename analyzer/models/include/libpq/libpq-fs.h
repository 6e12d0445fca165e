/* Stand-in: modes of large objects. */
#ifndef LIBPQ_FS_H
#define LIBPQ_FS_H
#define INV_WRITE 0x00020000
#define INV_READ 0x00040000
#endif
