/* Stand-in: error numbers of the client of MySQL and MariaDB. */
#ifndef ERRMSG_INCLUDED
#define ERRMSG_INCLUDED
#ifndef CR_SERVER_GONE_ERROR
#define CR_SERVER_GONE_ERROR 2006
#define CR_SERVER_LOST 2013
#endif
#define CR_CONNECTION_ERROR 2002
#define CR_CONN_HOST_ERROR 2003
#define CR_OUT_OF_MEMORY 2008
#define CR_COMMANDS_OUT_OF_SYNC 2014
#define CR_UNKNOWN_ERROR 2000
#endif
