/*
 * Test use only. OBS captures an X11 window by turning its pixmap into a texture (EGL_KHR_image_pixmap), which Mesa's
 * software renderer under Xvfb cannot do: OBS then captures nothing. Preloaded into OBS, this answers exactly that one
 * call with the pixmap's pixels (xcb_get_image), uploaded again whenever OBS binds the texture. Everything else, finding
 * the window, depth, filters and blending, stays OBS's own.
 *
 *   gcc -shared -fPIC -O2 -o pixmap-shim.so pixmap-shim.c -lxcb -ldl -lpthread
 *
 * Two traps: libEGL is loaded privately by libobs-opengl, so it is opened here by name; and OBS's glad loader finds GL
 * through dlsym, so dlsym itself is wrapped, for look-ups made by that library alone.
 */
#define _GNU_SOURCE
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xcb/xcb.h>

#define MARK 0x50584d50u
#define MOST_TEXTURES 64
#define PIXEL_UNPACK_BUFFER 0x88EC
#define PIXEL_UNPACK_BUFFER_BINDING 0x88EF
/* Faster than any test needs, slow enough for software rendering. */
#define LEAST_SECONDS_BETWEEN_UPLOADS 0.015

struct image {
	uint32_t mark;
	xcb_pixmap_t pixmap;
	unsigned width, height;
};

struct texture {
	GLuint id;
	xcb_pixmap_t pixmap;
	unsigned width, height;
	double uploaded;
};

static struct texture textures[MOST_TEXTURES];
static xcb_connection_t *connection;
static void *egl_library;
static void *(*real_dlsym)(void *, const char *);
static void *(*real_get_proc)(const char *);
static void *(*real_glx_get_proc)(const unsigned char *);
static void (*gl_bind)(GLenum, GLuint);
static void (*gl_image_target)(GLenum, void *);
static void (*gl_tex_image)(GLenum, GLint, GLint, GLsizei, GLsizei, GLint, GLenum, GLenum, const void *);
static void (*gl_tex_sub_image)(GLenum, GLint, GLint, GLint, GLsizei, GLsizei, GLenum, GLenum, const void *);
static void (*gl_get)(GLenum, GLint *);
static void (*gl_pixel_store)(GLenum, GLint);
static void (*gl_delete)(GLsizei, const GLuint *);
static void (*gl_bind_buffer)(GLenum, GLuint);

static void find_dlsym(void)
{
	if (!real_dlsym)
		real_dlsym = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.34");
	if (!real_dlsym)
		real_dlsym = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.2.5");
}

static void open_egl(void)
{
	find_dlsym();
	if (egl_library)
		return;
	egl_library = dlopen("libEGL.so.1", RTLD_NOW | RTLD_LOCAL);
	real_get_proc = real_dlsym(egl_library, "eglGetProcAddress");
}

static void open_gl(void)
{
	if (gl_tex_image)
		return;
	open_egl();
	gl_bind = real_get_proc("glBindTexture");
	gl_image_target = real_get_proc("glEGLImageTargetTexture2DOES");
	gl_tex_sub_image = real_get_proc("glTexSubImage2D");
	gl_get = real_get_proc("glGetIntegerv");
	gl_pixel_store = real_get_proc("glPixelStorei");
	gl_delete = real_get_proc("glDeleteTextures");
	gl_bind_buffer = real_get_proc("glBindBuffer");
	gl_tex_image = real_get_proc("glTexImage2D");
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec + time.tv_nsec * 1e-9;
}

static xcb_connection_t *display(void)
{
	if (!connection)
		connection = xcb_connect(NULL, NULL);
	return connection;
}

static void send_pixels(struct texture *texture, const void *pixels, int first)
{
	GLsizei width = texture->width, height = texture->height;
	if (first)
		gl_tex_image(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_BGRA, GL_UNSIGNED_BYTE, pixels);
	else
		gl_tex_sub_image(GL_TEXTURE_2D, 0, 0, 0, width, height, GL_BGRA, GL_UNSIGNED_BYTE, pixels);
}

static void upload(struct texture *texture, int first)
{
	static const GLenum stores[] = {GL_UNPACK_ALIGNMENT, GL_UNPACK_ROW_LENGTH, GL_UNPACK_SKIP_ROWS,
					GL_UNPACK_SKIP_PIXELS};
	static const GLint plain[] = {4, 0, 0, 0};
	GLint before[4], buffer;
	xcb_generic_error_t *error = NULL;
	xcb_get_image_cookie_t asked = xcb_get_image(display(), XCB_IMAGE_FORMAT_Z_PIXMAP, texture->pixmap, 0, 0,
						     texture->width, texture->height, ~0u);
	xcb_get_image_reply_t *reply = xcb_get_image_reply(display(), asked, &error);
	const void *pixels = reply ? xcb_get_image_data(reply) : NULL;
	free(error);
	if (pixels || first) {
		for (int i = 0; i < 4; i++) {
			gl_get(stores[i], &before[i]);
			gl_pixel_store(stores[i], plain[i]);
		}
		gl_get(PIXEL_UNPACK_BUFFER_BINDING, &buffer);
		if (buffer)
			gl_bind_buffer(PIXEL_UNPACK_BUFFER, 0);
		send_pixels(texture, pixels, first);
		for (int i = 0; i < 4; i++)
			gl_pixel_store(stores[i], before[i]);
		if (buffer)
			gl_bind_buffer(PIXEL_UNPACK_BUFFER, buffer);
		texture->uploaded = now();
	}
	free(reply);
}

static struct texture *texture_of(GLuint id)
{
	for (int i = 0; i < MOST_TEXTURES; i++)
		if (textures[i].id == id)
			return &textures[i];
	return NULL;
}

static void bind_texture(GLenum target, GLuint id)
{
	open_gl();
	gl_bind(target, id);
	struct texture *texture = target == GL_TEXTURE_2D && id ? texture_of(id) : NULL;
	if (texture && now() - texture->uploaded > LEAST_SECONDS_BETWEEN_UPLOADS)
		upload(texture, 0);
}

static void image_target(GLenum target, void *given)
{
	struct image *image = given;
	GLint id = 0;
	open_gl();
	if (!image || image->mark != MARK) {
		gl_image_target(target, given);
		return;
	}
	gl_get(GL_TEXTURE_BINDING_2D, &id);
	struct texture *texture = texture_of(id);
	if (!texture)
		texture = texture_of(0);
	if (!texture)
		return;
	*texture = (struct texture){id, image->pixmap, image->width, image->height, 0};
	upload(texture, 1);
}

static void delete_textures(GLsizei count, const GLuint *ids)
{
	open_gl();
	for (GLsizei i = 0; i < count; i++) {
		struct texture *texture = ids[i] ? texture_of(ids[i]) : NULL;
		if (texture)
			memset(texture, 0, sizeof *texture);
	}
	gl_delete(count, ids);
}

static void *replacement(const char *name)
{
	if (!strcmp(name, "glBindTexture"))
		return bind_texture;
	if (!strcmp(name, "glEGLImageTargetTexture2DOES"))
		return image_target;
	if (!strcmp(name, "glDeleteTextures"))
		return delete_textures;
	return NULL;
}

static int is_called_from(void *caller, const char *library)
{
	Dl_info info;
	return dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, library);
}

__eglMustCastToProperFunctionPointerType eglGetProcAddress(const char *name)
{
	open_egl();
	void *found = is_called_from(__builtin_return_address(0), "libobs") ? replacement(name) : NULL;
	if (found)
		open_gl();
	return found ? found : real_get_proc(name);
}

static void *glx_get_proc(const unsigned char *name)
{
	void *found = replacement((const char *)name);
	if (found)
		open_gl();
	return found ? found : real_glx_get_proc(name);
}

void *dlsym(void *handle, const char *name)
{
	find_dlsym();
	if (strncmp(name, "gl", 2) || !is_called_from(__builtin_return_address(0), "libobsglad"))
		return real_dlsym(handle, name);
	if (!strcmp(name, "glXGetProcAddressARB") || !strcmp(name, "glXGetProcAddress")) {
		real_glx_get_proc = real_dlsym(handle, name);
		return (void *)glx_get_proc;
	}
	void *found = replacement(name);
	if (found)
		open_gl();
	return found ? found : real_dlsym(handle, name);
}

EGLImage eglCreateImage(EGLDisplay egl, EGLContext context, EGLenum target, EGLClientBuffer buffer,
			const EGLAttrib *attributes)
{
	open_egl();
	EGLImage (*real)(EGLDisplay, EGLContext, EGLenum, EGLClientBuffer, const EGLAttrib *) =
		real_dlsym(egl_library, "eglCreateImage");
	EGLImage made = real(egl, context, target, buffer, attributes);
	if (made || target != EGL_NATIVE_PIXMAP_KHR)
		return made;
	xcb_pixmap_t pixmap = (xcb_pixmap_t)(uintptr_t)buffer;
	xcb_generic_error_t *error = NULL;
	xcb_get_geometry_reply_t *size =
		xcb_get_geometry_reply(display(), xcb_get_geometry(display(), pixmap), &error);
	free(error);
	if (!size)
		return EGL_NO_IMAGE;
	struct image *image = calloc(1, sizeof *image);
	*image = (struct image){MARK, pixmap, size->width, size->height};
	free(size);
	return image;
}

EGLBoolean eglDestroyImage(EGLDisplay egl, EGLImage given)
{
	open_egl();
	struct image *image = given;
	if (image && image->mark == MARK) {
		free(image);
		return EGL_TRUE;
	}
	EGLBoolean (*real)(EGLDisplay, EGLImage) = real_dlsym(egl_library, "eglDestroyImage");
	return real(egl, given);
}
